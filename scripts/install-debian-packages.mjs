// sudo node scripts/install-debian-packages.mjs: everything that running and testing may need, for machines where the
// other commands run as an ordinary user.
import { debianGroups, ensureDebianPackages } from './setup/debian-packages.mjs';
import { runMain } from './setup/say.mjs';

await runMain(() => ensureDebianPackages(Object.keys(debianGroups)));
