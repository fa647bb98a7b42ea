package org.lockkeeper.flow;

import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/** The unknown value of a variable after ways join that brought different ones. */
public final class Phi {
  private static final int BASE = -1000;
  private static final int SPREAD = 1 << 12;

  private Phi() {}

  private static int id(int block, int slot) {
    return BASE - (block * SPREAD + slot);
  }

  static boolean is(Sym sym, int block, int slot) {
    return sym instanceof Sym.At at && at.origin() == id(block, slot);
  }

  /** Whether it is a value that differs between the ways that join. */
  public static boolean is(Place place) {
    return place.path().isEmpty() && place.root() instanceof Root.Unknown u && u.op() <= BASE;
  }

  /** Whether it is a number, such as the counter of a loop. */
  public static boolean isNumber(Place place) {
    return is(place) && (place.type().equals("int") || place.type().equals("long"));
  }

  /** Index of the variable that differs. */
  public static int variable(Place place, Slots slots) {
    return place.root() instanceof Root.Unknown u ? slots.variable((BASE - u.op()) % SPREAD) : -1;
  }

  /** Whether a value is one that some join made. */
  public static boolean made(Sym.At at) {
    return at.origin() <= BASE;
  }

  private static boolean counts(Sym was) {
    return was instanceof Sym.Lit l && l.value() instanceof Integer
        || was instanceof Sym.Calc c && (c.operator().equals("-") || c.operator().equals("length"));
  }

  /** Keeps the name and type of what it replaces, for messages. */
  static Sym of(Sym was, int block, int slot) {
    Place place = was instanceof Sym.At at ? at.place() : null;
    String other = counts(was) ? "int" : "java.lang.Object";
    String type = place == null ? other : place.type();
    String name =
        place != null && place.path().isEmpty() && place.root() instanceof Root.Unknown u
            ? u.name()
            : "";
    int id = id(block, slot);
    return new Sym.At(Place.of(new Root.Unknown(id, name), type), id);
  }
}
