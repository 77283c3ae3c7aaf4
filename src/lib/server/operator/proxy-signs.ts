/**
 * What browsers, `curl` and Prometheus send by themselves. A list of what proxies add would never be
 * whole: each has names of its own.
 */
const OF_CLIENTS =
	/^(accept(-[a-z]+)?|authorization|cache-control|content-length|content-type|cookie|dnt|host|if-[a-z-]+|origin|pragma|priority|referer|sec-[a-z-]+|te|upgrade-insecure-requests|user-agent|x-prometheus-scrape-timeout-seconds)$/;

/** Whether a request can have come through a proxy: it carries anything that no client adds. */
export function hasProxySigns(headers: Headers): boolean {
	return [...headers].some(([name, value]) => {
		// what nginx sends when it is told nothing: no browser ends its connection itself
		if (name === 'connection') return !/^keep-alive$/i.test(value);
		return !OF_CLIENTS.test(name);
	});
}
