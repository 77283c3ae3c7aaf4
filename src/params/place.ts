export { isPlace as match } from '#lib/edition/address/places.ts';
