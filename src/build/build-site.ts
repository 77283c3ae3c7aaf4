// `npm run build`, of this repository's content or of the site in `--site DIR`.
import { spawnSync } from 'node:child_process';
import { takeSite } from './site/site-folder.ts';

// what is left is the edition's: --keys DIR, --version N
const words = takeSite(process.argv.slice(2));

function run(...args: string[]): void {
	const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}

run('src/build/write-messages.ts');
run('src/compiler/cli.ts', 'build', ...words);
run('node_modules/vite/bin/vite.js', 'build');
