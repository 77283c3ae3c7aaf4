/** Pages that something points at which knows no language: notices, and the shortcuts of the icon. */
const PLACES = ['changes', 'search', 'help'] as const;

export type Place = (typeof PLACES)[number];

export const isPlace = (path: string): path is Place => PLACES.some((place) => place === path);
