import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '@renderer/lib/error-text';

/** Shows why an action failed, in the person's language. For failures that have no place of their own on the screen. */
export const useErrorToast = (): ((error: unknown) => void) => {
  const { t } = useTranslation();
  return useCallback(
    (error) =>
      void notifications.show({
        color: 'red',
        message: errorText(t, error),
        autoClose: 12_000,
        closeButtonProps: { 'aria-label': t('common.close') },
      }),
    [t],
  );
};
