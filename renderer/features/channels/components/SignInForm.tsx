import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import type { Network } from '@shared/contract/views';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '@renderer/lib/error-text';
import classes from './Connect.module.css';

type Flow = Network['signIn'][number];

export interface SignInFormProps {
  readonly network: Network;
  readonly isBusy: boolean;
  readonly isOffline: boolean;
  readonly error: unknown;
  /** What an account that signs in again is known by, per field name. */
  readonly known: Readonly<Record<string, string>>;
  readonly onSubmit: (flow: string, fields: Record<string, string>) => void;
}

const initialValues = (flow: Flow, known: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(flow.fields.map((field) => [field.name, known[field.name] ?? field.initial ?? '']));

/** The ways to sign in to a network, from its manifest. What is typed here goes to the core once and is kept nowhere in the page. */
export const SignInForm = ({ network, isBusy, isOffline, error, known, onSubmit }: SignInFormProps) => {
  const { t, i18n } = useTranslation();
  const [flowId, setFlowId] = useState(network.signIn[0]?.id ?? '');
  const flow = network.signIn.find((one) => one.id === flowId);
  const [typed, setTyped] = useState<Record<string, string>>({});
  if (!flow) return <p role="alert">{t('channels.noSignIn')}</p>;
  const values = { ...initialValues(flow, known), ...typed };
  const isMissing = flow.fields.some((field) => field.isRequired && (values[field.name] ?? '').trim() === '');
  const nameOf = (label: string): string => t(`signIn.${label}`, { defaultValue: label });
  const helpOf = (label: string): string | undefined => {
    const key = `signIn.help.${label}`;
    return i18n.exists(key) ? t(key) : undefined;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(flow.id, Object.fromEntries(flow.fields.map((field) => [field.name, (values[field.name] ?? '').trim()])));
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      {network.signIn.length > 1 && (
        <SegmentedControl
          aria-label={t('channels.pickFlow')}
          value={flowId}
          data={network.signIn.map((one) => ({ value: one.id, label: nameOf(one.label) }))}
          onChange={setFlowId}
        />
      )}
      <p className={classes.quiet}>{t(`channels.flows.${flow.kind}`)}</p>
      {flow.fields.map((field, index) => {
        const shared = {
          label: nameOf(field.label),
          description: helpOf(field.label),
          value: values[field.name] ?? '',
          required: field.isRequired,
          disabled: isBusy,
          maxLength: 2000,
          autoComplete: 'off',
          spellCheck: false,
          'data-autofocus': index === 0 ? true : undefined,
          onChange: (event: { readonly currentTarget: HTMLInputElement }) => {
            const { value } = event.currentTarget;
            setTyped((before) => ({ ...before, [field.name]: value }));
          },
        };
        return field.kind === 'password' ? (
          <PasswordInput
            key={field.name}
            {...shared}
            visibilityToggleButtonProps={{ 'aria-label': t('channels.showPassword') }}
          />
        ) : (
          // Never type="url": the browser would refuse a bare name and a handle, which the network's own reading accepts.
          <TextInput key={field.name} {...shared} inputMode={field.kind === 'url' ? 'url' : 'text'} />
        );
      })}
      {isOffline && (
        <p role="status" className={classes.soon}>
          {t('channels.offlineSignIn')}
        </p>
      )}
      {error !== null && (
        <p role="alert" className={classes.problem}>
          {errorText(t, error)}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={isBusy} disabled={isMissing}>
          {flow.kind === 'browser' ? t('channels.openBrowser') : t('channels.signIn')}
        </Button>
      </div>
    </form>
  );
};
