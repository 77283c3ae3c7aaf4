export { isPlace as match } from '#lib/reader/places.ts';
