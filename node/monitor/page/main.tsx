// The page begins here: it looks at the daemon that served it, and draws what it hears.

// oxlint-disable-next-line import/no-unassigned-import -- it must come before uPlot
import "./language.ts";
import { render } from "preact";
import { Feed } from "./feed.ts";
import { Guard } from "./guard.tsx";
import { Page } from "./page.tsx";
import type { Contact } from "./feed.ts";

const place = document.querySelector("#page") as HTMLElement;
const feed = new Feed(new URL("api/overview", document.baseURI), draw);
draw(feed.contact);
feed.start();

function draw(contact: Contact): void {
  render(
    <Guard>
      <Page feed={feed} contact={contact} />
    </Guard>,
    place,
  );
}
