import { isIP } from 'node:net';

/** Names and numbers that lead into the own machine or network. Source: IANA special-purpose registries, read 2025-11. */
const privateV4 =
  /^(0|10|127)\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^192\.168\.|^192\.0\.[02]\.|^198\.1[89]\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^(22[4-9]|2[345]\d)\./;
const privateName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|localdomain|home\.arpa)\.?$/;

/** This machine, as browsers and RFC 8252 understand it. */
export const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/** An https address on the open internet, by its looks: no bare numbers of private networks, no local names. */
export function isPublicHttps(url: URL): boolean {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  // URL writes decimal, octal and hex forms of IPv4 as dotted numbers, so one form is enough here.
  const host = url.hostname.toLowerCase();
  if (host.startsWith('[')) return !/^\[(::|f[cde]|fe[89ab]|ff|64:ff9b|2001:db8)/.test(host);
  if (isIP(host) === 4) return !privateV4.test(host);
  return host.includes('.') && !privateName.test(host);
}

/** A service address as a person types it: `https://` is added, path and query are dropped. Null where it is none. */
export function readServiceUrl(typed: string): URL | null {
  const text = typed.trim();
  if (text === '') return null;
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return new URL(url.origin);
}

/**
 * Whether an address that a server named may be used beside the one that the person typed: any public https address, or
 * the very host that was typed, which may be private or plain http because a person chose it.
 */
export const isAllowedBeside = (typed: URL, named: URL): boolean =>
  isPublicHttps(named) || (named.hostname === typed.hostname && named.protocol === typed.protocol);
