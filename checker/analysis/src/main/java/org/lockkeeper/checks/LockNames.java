package org.lockkeeper.checks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockkeeper.flow.Confinement;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;

/** How locks are called in advice. */
final class LockNames {
  private LockNames() {}

  /** That it is held between two lines, or on one; the first of the locks, if there is any. */
  static String hold(List<Lock> locks, String reader, int from, int to) {
    String lock =
        locks.stream()
            .filter(l -> !Confinement.is(l))
            .findFirst()
            .map(l -> "`" + name(l.place(), reader) + "`")
            .orElse("one lock that all its users hold");
    return from == to
        ? "hold %s around line %d".formatted(lock, from)
        : "hold %s from line %d to line %d".formatted(lock, from, to);
  }

  /** That they are taken in one order; with their classes where names alone do not tell. */
  static String inOrder(List<Place> locks) {
    List<String> names = locks.stream().map(Place::toString).toList();
    if (Set.copyOf(names).size() < names.size()) {
      names = locks.stream().map(l -> name(l, "")).toList();
    }
    return Set.copyOf(names).size() < 2
        ? "lock the objects in one order everywhere, such as by id"
        : names.stream()
            .collect(Collectors.joining("` -> `", "take `", "` in one order everywhere"));
  }

  /** As it is called in a class. */
  private static String name(Place lock, String reader) {
    if (lock.last().orElse(null) instanceof Place.Step.Field f && !f.outer()) {
      String owner = MethodRef.simple(f.ref().owner()) + ".";
      return (f.ref().owner().equals(reader) ? "" : owner) + f.ref().name();
    }
    boolean other = lock.root() instanceof Place.Root.This && !lock.rootType().equals(reader);
    return other ? MethodRef.simple(lock.type()) : lock.toString();
  }
}
