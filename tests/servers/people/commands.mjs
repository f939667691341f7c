// What a person can type while the servers run.
import { askJson } from '../host/http.mjs';

export const HELP = `Type, and press Enter:
  say SERVER CUSTOMER BRAND TEXT    a customer writes to a brand in public
  dm SERVER CUSTOMER BRAND TEXT     a customer writes to a brand in private
  read SERVER BRAND                 what the server itself holds of a brand's words
  down SERVER / up SERVER           take a server away and bring it back
  help / quit`;

const pick = (list, name, what) => {
  const found = list.find((item) => item.name === name);
  if (found === undefined)
    throw new Error(`no ${what} "${name ?? ''}"; there are: ${list.map((item) => item.name).join(', ')}`);
  return found;
};

/** Carries out one typed line; returns what to print. `servers` is a list of `{ name, info, people }`. */
export const carryOut = async (servers, line) => {
  const [word, serverName, ...rest] = line.trim().split(/\s+/);
  if (!['say', 'dm', 'read', 'down', 'up'].includes(word)) return HELP;
  const server = pick(servers, serverName, 'server');
  if (word === 'down' || word === 'up') {
    await askJson('POST', `${server.info.controlUrl}/${word}`);
    return `${server.name} is ${word === 'down' ? 'away' : 'back'}.`;
  }
  const { people } = server;
  if (word === 'read') {
    const words = await people.wordsOf(pick(people.brands, rest[0], 'brand'));
    return words.map(({ kind, text, id }) => `  ${kind}: ${text}\n    ${id}`).join('\n') || '  nothing yet';
  }
  const customer = pick(people.customers, rest[0], 'customer');
  const brand = pick(people.brands, rest[1], 'brand');
  const text = rest.slice(2).join(' ');
  if (text === '') throw new Error('what should the customer say?');
  await (word === 'say' ? people.mention(customer, brand, text) : people.direct(customer, brand, text));
  return `${customer.displayName} wrote to ${brand.displayName}.`;
};
