/** Whether every case is tried, as in `npm run test:faults` and `npm run test:fuzz`: `npm test` takes some. */
export const isLong = import.meta.env.MODE === 'long';
