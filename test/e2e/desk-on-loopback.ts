/**
 * Loaded by the functions of the loopback before all else. A desk has an address of the internet, which a machine of its own
 * does not have: what is asked of it by HTTPS goes to the listener of the run instead.
 */
import { request as byHttp } from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const { DESK_HOST: host, DESK_PORT: port } = process.env;
const byHttps = https.request;

const ask = (url: URL, { lookup: _, ...options }: https.RequestOptions, listener?: Parameters<typeof byHttp>[2]) =>
  url instanceof URL && url.protocol === 'https:' && url.hostname === host
    ? byHttp(`http://127.0.0.1:${port}${url.pathname}`, options, listener)
    : byHttps(url, options, listener);

Object.assign(https, { request: ask });
syncBuiltinESMExports();
