// What nobody needs before a tap, in one file: with more of them the bundler makes a third script of
// what they share with the first.
export { mountCards } from './mount-cards.ts';
export { startListening } from './start-listening.ts';
