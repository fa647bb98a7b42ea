package org.lockkeeper.flow;

import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Containers that are gone through to find out whether to change them: a loop or a pipeline takes
 * the place of {@code contains}.
 */
final class Searches {
  private final MethodFlow flow;

  Searches(MethodFlow flow) {
    this.flow = flow;
  }

  /**
   * The decision that the elements take, other than whether there is another; an action on the
   * element that was found must be decided by something else than what names it.
   */
  Optional<Decisions.Decision> over(Decisions decisions, Access search, Access act) {
    int block = flow.blockOf(act.op());
    boolean own = flow.dependsOn(act.key(), search.op());
    for (Decisions.Decision d : decisions.all()) {
      boolean decides = d.region().get(block) && !flow.loopHead(d.block());
      if (decides && (own ? aside(d, act) : adds(act))) {
        return Optional.of(d);
      }
    }
    return Optional.empty();
  }

  /** What is put in, whatever was found: taking it out again does no harm. */
  private boolean adds(Access act) {
    return act.call() != null && !flow.meaning(act.call()).removes();
  }

  /** {@code if (e.getValue().stale()) map.remove(e.getKey())}, not {@code remove(key, seen)}. */
  private boolean aside(Decisions.Decision d, Access act) {
    Place key = named(act);
    Sym[] args = flow.args(act.op());
    for (int i = 2; act.atomic() && i < args.length; i++) {
      if (bare(args[i], key)) {
        return false;
      }
    }
    return key != null && (other(d.left(), key, 3) || other(d.right(), key, 3));
  }

  /** {@code map.put(e.getKey(), e.getValue() + 1)}. */
  boolean writesBack(Access act) {
    Place key = named(act);
    Sym[] args = flow.args(act.op());
    for (int i = 2; key != null && act.via().isEmpty() && i < args.length; i++) {
      if (!bare(args[i], key) && other(args[i], key, 3)) {
        return true;
      }
    }
    return false;
  }

  /** What names the entry, if it is a part of something that was found. */
  private static Place named(Access act) {
    Place key = act.keyed() && act.key() != null ? act.key().where().orElse(null) : null;
    boolean part = key != null && !key.path().isEmpty() && key.root() instanceof Root.Unknown;
    return part ? key : null;
  }

  private static boolean bare(Sym value, Place key) {
    return key != null && value instanceof Sym.At at && at.place().root().equals(key.root());
  }

  /** Whether a value comes from the element that the key is a part of, by another way. */
  private boolean other(Sym value, Place key, int depth) {
    for (Sym leaf : value == null ? List.<Sym>of() : value.leaves()) {
      if (leaf instanceof Sym.At at) {
        Place place = at.place();
        if (place.root().equals(key.root()) && !place.startsWith(key)) {
          return true;
        }
        for (Sym arg : depth == 0 ? new Sym[0] : flow.args(flow.maker(place.root()))) {
          if (arg != leaf && other(arg, key, depth - 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
