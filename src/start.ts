// `npm start`: builds the site if something has changed, and serves it.
import { takeSite } from './build/site/site-folder.ts';

takeSite(process.argv);
await import('./build/build-if-needed.ts');
await import('./serve.ts');
