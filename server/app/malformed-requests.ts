/** A request that no well-behaved client sends. */
export interface MalformedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
}

interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

interface Operation {
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const texts = ['', ' ', '\u0000', '\ud800', '../../etc/passwd', "' or 1=1 --", '<script>', '{{7*7}}', '%00%0d%0a', 'constructor', '__proto__', '𝄞'.repeat(300), 'x'.repeat(20_000), '-1', '1e999', 'NaN', 'null', '[]', '"', 'pbx@contoso.com\r\nX: y'];
const values: unknown[] = [null, true, -1, 1.5, 1e308, [], {}, [[[[[[[[1]]]]]]]], { __proto__: 1, constructor: { prototype: 1 } }, ...texts];
const types = ['application/json', 'application/json; charset=utf-16', 'text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'x', 'application/JSON;;;'];

/** Malformed requests, made from an OpenAPI document: the same ones for the same seed. None signs out, and none waits for news. */
export function* malformedRequests(document: { paths: Record<string, Record<string, Operation>> }, count: number, seed: number): Generator<MalformedRequest> {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })));
  const usable = operations.filter(({ path, method }) => !(method === 'DELETE' && path.endsWith('/session')));

  function sample(schema: Schema): unknown {
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return pick(schema.enum);
    const branches = schema.anyOf ?? schema.oneOf;
    if (branches) return sample(pick(branches));
    if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, sample(member)]));
    if (schema.type === 'array') return [sample(schema.items ?? {})];
    if (schema.type === 'number' || schema.type === 'integer') return below(70_000);
    if (schema.type === 'boolean') return random() < 0.5;
    return pick(['pbx@contoso.com', 'contoso.com', '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', 'admin', pick(texts)]);
  }

  // One place in the value becomes something else, goes, or comes.
  function spoil(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || random() < 0.15) return pick(values);
    const copy: Record<string, unknown> = { ...value };
    const names = Object.keys(copy);
    const name = pick(names);
    const kind = below(4);
    if (kind === 0 && name !== undefined) delete copy[name];
    else if (kind === 1) copy[pick(texts)] = pick(values);
    else if (name !== undefined) copy[name] = spoil(copy[name]);
    return copy;
  }

  function bodyOf(operation: Operation): MalformedRequest['body'] {
    const schema = operation.requestBody?.content['application/json']?.schema;
    const json = JSON.stringify(spoil(schema ? sample(schema) : {}));
    switch (below(8)) {
      case 0:
        return json.slice(0, below(json.length));
      case 1:
        return new Uint8Array([0xff, 0xfe, 0xc3, 0x28, ...new TextEncoder().encode(json)]);
      case 2:
        return `${json}${json}`;
      case 3:
        return random() < 0.05 ? `{"a":"${'x'.repeat(400_000)}"}` : '['.repeat(below(5_000));
      default:
        return json;
    }
  }

  for (let at = 0; at < count; at++) {
    const { path, method, operation } = pick(usable);
    const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(pick(texts).toWellFormed()) || 'x');
    const query = new URLSearchParams();
    for (const { name, in: place } of operation.parameters) {
      const value = pick(texts);
      // A plain number is a version to wait for.
      if (place === 'query' && random() < 0.7 && !(name === 'after' && /^\d+$/.test(value))) query.append(name, value.toWellFormed());
    }
    const headers: Record<string, string> = { 'Accept-Language': pick(['de', 'en', '*', ';;;', 'x'.repeat(2_000)]) };
    if (random() < 0.6) headers['If-Match'] = pick(['"0"', '"', '*', 'W/"1"', '"1", "2"', 'x'.repeat(3_000)]);
    const body = method === 'GET' ? null : bodyOf(operation);
    if (body !== null) headers['Content-Type'] = random() < 0.8 ? 'application/json' : pick(types);
    yield { method, path: query.size > 0 ? `${filled}?${query}` : filled, headers, body };
  }
}

// A small generator of random numbers that can be started again: Tommy Ettinger's mulberry32.
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
