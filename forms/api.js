/** Our REST on the same origin and session. A refusal is thrown as the problem it was answered with. */

/** An RFC 9457 problem, or what stands for one where the server could not be heard. */
export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail || problem.title);
    this.violations = problem.violations || [];
    this.status = problem.status;
  }
}

export function get(path) {
  return send('GET', path);
}

export function put(path, body) {
  return send('PUT', path, body);
}

export function remove(path) {
  return send('DELETE', path);
}

export function post(path, body) {
  return send('POST', path, body);
}

async function send(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['X-APP-XSRF'] = cookie('APP-XSRF');
  }
  let response;
  try {
    response = await fetch('/api/v1' + path, { method, headers, credentials: 'same-origin', body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (unreachable) {
    throw new Refusal({ title: 'The server cannot be reached. Check the connection and try again.', status: 0 });
  }
  const text = await response.text();
  const answer = text && /json/.test(response.headers.get('Content-Type') || '') ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Refusal(answer || { title: 'The server refused this (' + response.status + ').', status: response.status });
  }
  return answer;
}

function cookie(name) {
  const found = document.cookie.split('; ').find((entry) => entry.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
