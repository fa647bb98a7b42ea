package org.lockkeeper.errorprone;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Kinds;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.CompileStates;
import com.sun.tools.javac.comp.CompileStates.CompileState;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.util.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The source files of a compilation, as far as javac is with them. */
final class Units {
  private final Context context;

  Units(Context context) {
    this.context = context;
  }

  /**
   * Those that are attributed and not yet translated, sorted by name. With {@code
   * -XDcompilePolicy=simple} all are, when Error Prone sees the first.
   */
  List<CompilationUnitTree> attributed() {
    Map<CompilationUnitTree, Boolean> units = new LinkedHashMap<>();
    Enter enter = Enter.instance(context);
    for (ClassSymbol type : Symtab.instance(context).getAllClasses()) {
      if (type.owner.kind == Kinds.Kind.PCK && enter.getEnv(type) != null) {
        Env<AttrContext> env = enter.getEnv(type);
        units.merge(env.toplevel, isAttributed(env), Boolean::logicalAnd);
      }
    }
    units.values().removeIf(ready -> !ready);
    List<CompilationUnitTree> sorted = new ArrayList<>(units.keySet());
    sorted.sort(Comparator.comparing(unit -> unit.getSourceFile().getName()));
    return sorted;
  }

  private boolean isAttributed(Env<AttrContext> env) {
    CompileState state = CompileStates.instance(context).get(env);
    return state != null && !CompileState.ATTR.isAfter(state) && !state.isAfter(CompileState.FLOW);
  }
}
