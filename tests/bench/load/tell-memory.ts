// Loaded into the server of the load suite before its own code: says what it holds when it is asked.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.on('message', () => {
	// what the first collection lets go of may hold more, such as files that close a moment later
	collect();
	setTimeout(() => {
		collect();
		process.send?.(process.memoryUsage());
	}, 500);
});
// asking is no reason to stay
process.channel?.unref();
