// Those who have a page open: a stream of events each.
import http from "node:http";

/** Opens `count` streams; `hears(stream, data)` is called with each event of that name, once it was set. */
async function streams(server, cookie, name, count) {
  const room = { hears: () => {}, streams: [] };
  const listen = (stream) => {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text) => {
      const events = (rest + text).split("\n\n");
      rest = events.pop();
      for (const event of events) {
        const data = event.match(new RegExp(`^event: ${name}\ndata: (.*)$`, "m"))?.[1];
        if (data) room.hears(stream, JSON.parse(data));
      }
    });
    stream.on("error", () => {});
    return stream;
  };
  const open = () =>
    new Promise((resolve, reject) => {
      const request = http.get(`${server.api}/events`, { headers: { cookie }, agent: new http.Agent() }, (stream) => {
        if (stream.statusCode === 200) resolve(listen(stream));
        else reject(new Error(`/events: ${stream.statusCode}`));
      });
      request.on("error", reject);
    });
  while (room.streams.length < count) room.streams.push(...(await Promise.all(Array.from({ length: Math.min(50, count - room.streams.length) }, open))));
  return room;
}

/** `heard(wanted)` waits until each stream has had an event of which `wanted` is true, and gives when each had it. */
export async function watchEvents(server, cookie, name, count) {
  const room = await streams(server, cookie, name, count);
  return {
    heard: (wanted) =>
      new Promise((resolve) => {
        const at = new Map();
        room.hears = (stream, data) => {
          if (at.has(stream) || !wanted(data)) return;
          at.set(stream, performance.now());
          if (at.size === count) resolve([...at.values()]);
        };
      }),
    close: () => room.streams.forEach((stream) => stream.destroy()),
  };
}

/** Those who watch a survey while it is open. `moved(batch)` waits until each has heard that its figures moved past that batch. */
export async function watch(server, cookie, wave, count) {
  const watching = await watchEvents(server, cookie, "survey", count);
  return { moved: (batch) => watching.heard((data) => data.wave === wave && data.batch > batch), close: watching.close };
}
