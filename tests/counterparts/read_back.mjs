// What GitHub says is there, as octokit reads it: pull requests with their branches and commits, and runs with their attempts.
// usage: node read_back.mjs NODE_MODULES ADDRESS REPOSITORY:RUN...      (the token: $GITHUB_TOKEN)
import process from "node:process";

const [modules, baseUrl, ...wanted] = process.argv.slice(2);
const { Octokit } = await import(`${modules}/@octokit/rest/dist-src/index.js`);
const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN, baseUrl });
octokit.hook.before("request", (options) => {
  options.headers["x-github-api-version"] = "2022-11-28";
});

async function read(owner, repo, run_id) {
  const pulls = await octokit.paginate(octokit.rest.pulls.list, { owner, repo, state: "all" });
  for (const pull of pulls) {
    const ref = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${pull.head.ref}` });
    const commit = await octokit.rest.git.getCommit({ owner, repo, commit_sha: ref.data.object.sha });
    pull.commit = commit.data;
  }
  const { data } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id });
  return { pulls, run: { attempt: data.run_attempt, status: data.status } };
}

const found = {};
for (const one of wanted) {
  const [owner, repo, run] = one.split(/[/:]/);
  found[`${owner}/${repo}`] = await read(owner, repo, Number(run));
}
console.log(JSON.stringify(found));
