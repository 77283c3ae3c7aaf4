// What nobody needs before a tap.
export { mountCards } from './mount-cards.ts';
