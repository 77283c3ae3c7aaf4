// Everything that is only needed after a tap, in one file: with several files, the bundler would
// move what they share with the first script into a third.
export { mountCards } from './showing/mount-cards.ts';
export { startListening } from './listening/start-listening.ts';
export { mountRecorded } from './recorded/mount-recorded.ts';
