/** Pages that something points at which knows no language: notices, shortcuts of the icon, texts from other apps. */
const PLACES = ['changes', 'search', 'help', 'check'] as const;

export type Place = (typeof PLACES)[number];

export const isPlace = (path: string): path is Place => PLACES.some((place) => place === path);
