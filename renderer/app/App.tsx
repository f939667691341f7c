import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { lazy, Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { CoreClient } from '@renderer/lib/core-client';
import { CoreProvider } from '@renderer/lib/core-context';
import { styleNonce } from '@renderer/lib/csp-nonce';
import { ErrorBoundary } from './ErrorBoundary';
import { Start } from './Start';
import { cssVariables, theme } from './theme';

const Toasts = lazy(() => import('./Toasts').then((part) => ({ default: part.Toasts })));

export interface AppProps {
  readonly core: CoreClient;
  readonly cache: QueryClient;
  readonly i18n: I18n;
}

/** The theme is a setting of the core; the page keeps none of its own. */
const schemeManager: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** Providers of a window, outermost first: core, cache, texts, look. */
export const App = ({ core, cache, i18n }: AppProps) => (
  <CoreProvider value={core}>
    <QueryClientProvider client={cache}>
      <I18nextProvider i18n={i18n}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
          colorSchemeManager={schemeManager}
          getStyleNonce={styleNonce}
        >
          <ErrorBoundary isWhole>
            <Start />
          </ErrorBoundary>
          <Suspense fallback={null}>
            <Toasts />
          </Suspense>
        </MantineProvider>
      </I18nextProvider>
    </QueryClientProvider>
  </CoreProvider>
);
