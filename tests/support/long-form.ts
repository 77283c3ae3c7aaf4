/** `npm run test:faults` and `npm run test:fuzz`: every case, where `npm test` takes some. */
export const isLong = import.meta.env.MODE === 'long';
