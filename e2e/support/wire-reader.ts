/**
 * Finds COMMIT and its answer in PostgreSQL's wire protocol (version 3, without TLS). Messages are
 * one type byte, four bytes of length, and the rest; only the first of a connection has no type.
 */

const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;
const SSL_REQUEST = 80_877_103;

const COMMIT = /^\s*(?:commit|end)\b/i;

interface Sent {
  /** Whole messages; the rest waits for more bytes. */
  whole: Buffer;
  /** A transaction is asked to commit, as a simple query or by executing a prepared one. */
  commits: boolean;
}

/** Reads what an application sends. */
export function createClientReader(): (chunk: Buffer) => Sent {
  const split = createSplitter({ startup: true });
  const preparedCommits = new Set<string>();

  function isCommit(message: Buffer): boolean {
    const body = message.subarray(TYPE_BYTES + LENGTH_BYTES);
    switch (String.fromCharCode(message[0] ?? 0)) {
      case 'Q':
        return COMMIT.test(text(body, 0));
      case 'P': {
        const name = text(body, 0);
        if (COMMIT.test(text(body, Buffer.byteLength(name) + 1))) preparedCommits.add(name);
        else preparedCommits.delete(name);
        return false;
      }
      case 'B': {
        const portal = text(body, 0);
        return preparedCommits.has(text(body, Buffer.byteLength(portal) + 1));
      }
      default:
        return false;
    }
  }

  return (chunk) => {
    const { whole, messages } = split(chunk);
    return { whole, commits: messages.filter(isCommit).length > 0 };
  };
}

/** Says of what a server sends whether it holds the word that a transaction has committed. */
export function createServerReader(): (chunk: Buffer) => { committed: boolean } {
  const split = createSplitter({ startup: false });
  const committed = (message: Buffer) =>
    message[0] === 'C'.charCodeAt(0) && text(message, TYPE_BYTES + LENGTH_BYTES) === 'COMMIT';
  return (chunk) => ({ committed: split(chunk).messages.some(committed) });
}

function createSplitter({ startup }: { startup: boolean }) {
  let rest: Buffer = Buffer.alloc(0);
  let typed = !startup;

  function nextLength(): number {
    const start = typed ? TYPE_BYTES : 0;
    return rest.length < start + LENGTH_BYTES
      ? Number.POSITIVE_INFINITY
      : start + rest.readUInt32BE(start);
  }

  return (chunk: Buffer): { whole: Buffer; messages: Buffer[] } => {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const messages: Buffer[] = [];
    rest = all;
    for (let length = nextLength(); length <= rest.length; length = nextLength()) {
      const message = rest.subarray(0, length);
      if (!typed && message.readUInt32BE(LENGTH_BYTES) === SSL_REQUEST) {
        throw new Error('The proxy cannot read what is encrypted: connect without TLS.');
      }
      typed = true;
      messages.push(message);
      rest = rest.subarray(length);
    }
    return { whole: all.subarray(0, all.length - rest.length), messages };
  };
}

/** A text up to its closing zero. */
function text(bytes: Buffer, from: number): string {
  return bytes.toString('utf8', from, bytes.indexOf(0, from));
}
