/** Every zone that this machine knows, and the one in use, which may be known by an older name. */
export const zonesWith = (current: string): readonly string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort();

/** The zone of this machine. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const codes = ['en', 'tr', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ru', 'uk', 'ar', 'fi', 'sv', 'el'] as const;

/** Main languages that a brand can be given, named in the language of the screen. */
export const brandLanguages = (
  screenLanguage: string,
): readonly { readonly value: string; readonly label: string }[] => {
  const names = new Intl.DisplayNames(screenLanguage, { type: 'language' });
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, screenLanguage));
};
