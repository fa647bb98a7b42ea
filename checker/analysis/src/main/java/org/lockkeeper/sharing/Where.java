package org.lockkeeper.sharing;

import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/** How a reason names a place in the code to who reads a finding. */
final class Where {
  private static final String LAMBDA = "lambda$";

  private Where() {}

  /** A method as a person would name it, also one that the compiler has named. */
  static String name(MethodRef method) {
    String name = method.name();
    if (name.startsWith(LAMBDA)) {
      // javac: lambda$run$0; Eclipse: lambda$0
      int last = name.lastIndexOf('$');
      String of = last < LAMBDA.length() ? "" : name.substring(LAMBDA.length(), last);
      boolean named = !of.isEmpty() && !of.equals("new") && !of.equals("static");
      return named ? "a lambda of " + of : "a lambda";
    }
    boolean maker = method.isConstructor() || name.equals("<clinit>");
    return maker ? "the making of " + MethodRef.simple(method.owner()) : name;
  }

  /** {@code (line 13)}, and {@code (Pool.java:13)} where that is not the file of the finding. */
  static String of(Site site, MethodFlow found) {
    return of(site, site.file().equals(found.method().site().file()));
  }

  /** The same, where it is known whether that is the file of the finding. */
  static String of(Site site, boolean here) {
    String file = site.file().substring(site.file().lastIndexOf('/') + 1);
    return here ? "(line " + site.line() + ")" : "(" + file + ":" + site.line() + ")";
  }
}
