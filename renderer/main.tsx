import '@mantine/core/styles.layer.css';
import './app/fonts.css';
import './app/tokens.css';
import './app/mantine.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { languageOf } from './app/i18n/catalogue';
import { createI18n } from './app/i18n/create-i18n';
import { listenForKeys } from './lib/commands';
import { createCoreClient } from './lib/core-client';
import { keepFresh } from './lib/invalidation';
import { createQueryClient } from './lib/query-client';
import { shell } from './lib/shell';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');

// The port may come at any moment from now on, so the client listens before anything is waited for.
const core = createCoreClient(window);
const cache = createQueryClient();
keepFresh(core, cache);
listenForKeys(window);

const root = createRoot(element);
void createI18n(languageOf('system', shell().context.systemLanguage)).then((i18n) =>
  root.render(<App core={core} cache={cache} i18n={i18n} />),
);
