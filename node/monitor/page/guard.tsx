// Says so where the rest of the page cannot be drawn, instead of leaving an old picture that looks like the present.

import { Component } from "preact";
import type { ComponentChildren, JSX } from "preact";

export class Guard extends Component<{ readonly children: ComponentChildren }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  override componentDidCatch(): void {
    this.setState({ isBroken: true });
  }

  render(): JSX.Element {
    if (!this.state.isBroken) return <>{this.props.children}</>;
    return (
      <main class="page">
        <div role="alert">
          <h1>What the daemon says cannot be shown here.</h1>
          <p>
            Perhaps it is of another version than this page. Load the page again; <code>cairn provider status</code>{" "}
            says the same in a terminal.
          </p>
        </div>
      </main>
    );
  }
}
