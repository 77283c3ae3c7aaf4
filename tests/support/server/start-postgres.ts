import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server in a temporary folder. The system's own cluster is not touched. */
export interface TestPostgres {
	/** Creates an empty database, and returns its address. */
	readonly createDatabase: () => string;
	readonly stop: () => void;
}

const DEBIAN = '/usr/lib/postgresql';
const USER = 'handrail';

/** Starts a PostgreSQL server, in about a second. Throws if none is installed, and says how to get it. */
export async function startPostgres(): Promise<TestPostgres> {
	const bin = findBinaries();
	const folder = mkdtempSync(join(tmpdir(), 'handrail-postgres-'));
	const isRoot = process.getuid?.() === 0;
	if (isRoot) {
		const [uid, gid] = ['-u', '-g'].map((flag) => Number(run('id', [flag, 'postgres'])));
		chownSync(folder, uid ?? 0, gid ?? 0);
	}
	const data = join(folder, 'data');
	const port = await aFreePort();
	// PostgreSQL refuses to run as root
	const tool = (name: string, args: readonly string[]): string =>
		isRoot
			? run('runuser', ['-u', 'postgres', '--', join(bin, name), ...args])
			: run(join(bin, name), args);

	const how = ['--auth=trust', '--no-locale', '-E', 'UTF8', '--no-sync'];
	tool('initdb', ['-D', data, '-U', USER, ...how]);
	const server = `-p ${String(port)} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
	tool('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', server, 'start']);

	let databases = 0;
	return {
		createDatabase() {
			databases += 1;
			const name = `handrail_${String(databases)}`;
			tool('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', USER, name]);
			return `postgres://${USER}@127.0.0.1:${String(port)}/${name}`;
		},
		stop() {
			tool('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** The folder of PostgreSQL's programs: Debian's newest version, or what `pg_config` names. */
function findBinaries(): string {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
	const debian = versions
		.sort((a, b) => b - a)
		.map((version) => join(DEBIAN, String(version), 'bin'))
		.find((bin) => existsSync(join(bin, 'initdb')));
	if (debian !== undefined) return debian;
	try {
		const bin = run('pg_config', ['--bindir']).trim();
		if (existsSync(join(bin, 'initdb'))) return bin;
	} catch {
		// `pg_config` is not installed; the error below says what is missing
	}
	throw new Error('These tests need PostgreSQL 15 or later: apt-get install postgresql');
}

function run(command: string, args: readonly string[]): string {
	// run in /, because the user `postgres` may have no access to the working folder
	return execFileSync(command, args, {
		cwd: '/',
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

async function aFreePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
