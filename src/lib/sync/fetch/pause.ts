/**
 * Lets the page respond to a tap. Uses a message rather than a timer, which in a hidden tab waits
 * for a second.
 */
export function pause(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}
