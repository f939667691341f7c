import { blueskyNetwork } from './bluesky/world';
import { connectorSuite } from './suite';

const noEdits = 'posts and messages of the AT Protocol network cannot be edited';

connectorSuite(blueskyNetwork('app_password', 'Bluesky by app password on the AT Protocol network', { edit: noEdits }));
