package org.lockkeeper.order;

import java.lang.reflect.Modifier;
import java.util.List;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodRef;

/**
 * Classes that stand beside each other below one abstract class: each has parts of its own, so that
 * the one does not get to those of the other.
 */
final class Siblings {
  private final Hierarchy hierarchy;

  Siblings(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Whether the first class, or one around it, is a sibling of the second. */
  boolean beside(String caller, String type) {
    int nested = caller.lastIndexOf('$');
    return sibling(caller, type) || nested > 0 && beside(caller.substring(0, nested), type);
  }

  /** Whether a way leads from a class nested in one of two siblings to one nested in the other. */
  boolean cross(List<MethodRef> way) {
    for (int i = 0; i < way.size(); i++) {
      for (int j = i + 1; j < way.size(); j++) {
        if (parts(way.get(i).owner(), way.get(j).owner())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean parts(String one, String other) {
    int a = one.lastIndexOf('$');
    int b = other.lastIndexOf('$');
    return a > 0 && b > 0 && sibling(one.substring(0, a), other.substring(0, b));
  }

  private boolean sibling(String one, String other) {
    ClassInfo a = hierarchy.find(one).orElse(null);
    ClassInfo b = hierarchy.find(other).orElse(null);
    return a != null
        && b != null
        && !a.name().equals(b.name())
        && a.superName().isPresent()
        && a.superName().equals(b.superName())
        && hierarchy.find(a.superName().get()).filter(up -> up.has(Modifier.ABSTRACT)).isPresent();
  }
}
