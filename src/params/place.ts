export { isPlace as match } from '#lib/edition/places.ts';
