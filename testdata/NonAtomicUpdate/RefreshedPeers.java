package cases.nonatomicupdate;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** What is kept is looked up again by its own name: whoever comes last has the newest. */
public class RefreshedPeers {
  record Peer(String id, int priority) {}

  private final AtomicReference<Peer> peer;
  private final Function<String, Peer> lookup;

  RefreshedPeers(Peer first, Function<String, Peer> lookup) {
    this.peer = new AtomicReference<>(first);
    this.lookup = lookup;
  }

  String id() {
    return peer.get().id();
  }

  /** Others look up the same: nothing of what they do is lost. */
  Peer falseAlarm_refresh() {
    Peer newest = lookup.apply(id());
    if (newest != null) {
      peer.set(newest); // want NonAtomicUpdate "peer"
      return newest;
    }
    return peer.get();
  }

  /** Counts on from what was there. */
  void raise() {
    Peer now = peer.get();
    peer.set(new Peer(now.id(), now.priority() + 1)); // want NonAtomicUpdate "peer"
  }
}
