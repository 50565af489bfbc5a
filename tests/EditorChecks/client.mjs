import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

// The part of the language server protocol that an editor needs for one kind of file.
export class Editor {
  #server; #buffer = Buffer.alloc(0); #asked = new Map(); #marks = new Map(); #id = 0;

  static async start() {
    const editor = new Editor();
    editor.#server = spawn(process.execPath, ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'], { cwd: import.meta.dirname, stdio: ['pipe', 'pipe', 'inherit'] });
    editor.#server.stdout.on('data', chunk => editor.#read(chunk));
    await editor.#ask('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } } });
    editor.#tell('initialized', {});
    editor.#tell('workspace/didChangeConfiguration', { settings: { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } } });
    return editor;
  }

  /** Opens a file that need not exist, and waits for the marks in it. */
  open(path, text) {
    const uri = pathToFileURL(path).href;
    const marks = new Promise(resolve => this.#marks.set(uri, resolve));
    this.#tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return marks;
  }

  async completions(path, line, character) {
    const answer = await this.#ask('textDocument/completion', at(path, line, character));
    return (answer.items ?? answer).map(item => item.label);
  }

  async hover(path, line, character) {
    return JSON.stringify((await this.#ask('textDocument/hover', at(path, line, character)))?.contents ?? '');
  }

  close() { this.#server.kill(); }

  #ask(method, params) {
    const id = ++this.#id;
    return new Promise(resolve => { this.#asked.set(id, resolve); this.#send({ id, method, params }); });
  }

  #tell(method, params) { this.#send({ method, params }); }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/.exec(this.#buffer.toString('ascii', 0, end))[1]);
      if (!(this.#buffer.length >= end + 4 + length)) return;
      this.#take(JSON.parse(this.#buffer.toString('utf8', end + 4, end + 4 + length)));
      this.#buffer = this.#buffer.subarray(end + 4 + length);
    }
  }

  #take(message) {
    if (message.method === 'textDocument/publishDiagnostics') this.#marks.get(message.params.uri)?.(message.params.diagnostics);
    else if (message.method && message.id !== undefined) this.#send({ id: message.id, result: message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null });
    else this.#asked.get(message.id)?.(message.result);
  }
}

const at = (path, line, character) => ({ textDocument: { uri: pathToFileURL(path).href }, position: { line, character } });
