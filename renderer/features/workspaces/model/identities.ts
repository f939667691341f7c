import type { PublicIdentity } from '@shared/contract/views';

/** Sorts what a person typed into the list of public names: `@x` a handle, `#x` a hashtag, `x.y` a domain, else a name. */
export const identityOf = (typed: string): PublicIdentity | null => {
  const value = typed.trim().slice(0, 200);
  if (value === '') return null;
  if (/^@\S+$/.test(value)) return { kind: 'handle', value };
  if (/^#\S+$/.test(value)) return { kind: 'hashtag', value };
  const domain = value.replace(/^https?:\/\//i, '').replace(/\/.*$/, '');
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(domain)) return { kind: 'domain', value: domain.toLowerCase() };
  return { kind: 'name', value };
};

/** Typed values as a list without repeats. */
export const identitiesOf = (typed: readonly string[]): readonly PublicIdentity[] => {
  const seen = new Set<string>();
  return typed.flatMap((one) => {
    const identity = identityOf(one);
    if (!identity || seen.has(`${identity.kind} ${identity.value}`)) return [];
    seen.add(`${identity.kind} ${identity.value}`);
    return [identity];
  });
};
