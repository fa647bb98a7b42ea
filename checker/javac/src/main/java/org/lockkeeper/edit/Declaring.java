package org.lockkeeper.edit;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.lockkeeper.check.Edit;
import org.lockkeeper.ir.Site;

/** Modifiers and annotations of declarations. */
final class Declaring {
  private final Source source;

  Declaring(Source source) {
    this.source = source;
  }

  Outcome carry(Edit.AddModifier edit) {
    Tree tree = declaration(edit.anchor()).orElse(null);
    if (tree == null) {
      return Outcome.NONE;
    }
    boolean there =
        modifiers(tree).getFlags().stream()
            .map(Modifier::toString)
            .anyMatch(edit.modifier()::equals);
    boolean fixed = modifiers(tree).getFlags().contains(Modifier.FINAL);
    if (there || fixed && edit.modifier().equals("volatile")) {
      return Outcome.NONE;
    }
    int at =
        tree instanceof VariableTree v
            ? source.start(v.getType())
            : tree instanceof MethodTree m && m.getReturnType() != null
                ? source.start(m.getReturnType())
                : -1;
    return at < 0
        ? Outcome.NONE
        : Outcome.saying(
            "make " + name(tree) + " `" + edit.modifier() + "`",
            source.replace(at, at, edit.modifier() + " "));
  }

  private static String name(Tree tree) {
    return tree instanceof VariableTree v ? "`" + v.getName() + "`" : "it";
  }

  Outcome carry(Edit.AddAnnotation edit) {
    Tree tree = declaration(edit.anchor()).orElse(null);
    String simple = edit.type().substring(edit.type().lastIndexOf('.') + 1);
    boolean nameless = tree instanceof ClassTree type && type.getSimpleName().isEmpty();
    boolean there =
        tree == null
            || nameless
            || modifiers(tree).getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .map(source::text)
                .anyMatch(t -> t.equals(simple) || t.endsWith("." + simple));
    if (there) {
      return Outcome.NONE;
    }
    if (isOneOfSeveral(tree)) {
      return Outcome.refused("other fields are declared along with it");
    }
    int at = source.start(tree);
    String text = "@" + simple + (edit.argument().isEmpty() ? "" : "(" + edit.argument() + ")");
    boolean inLine = source.lineStart(at) < at && !source.text(source.lineStart(at), at).isBlank();
    String tail = inLine ? " " : "\n" + source.indent(at);
    Outcome outcome = Outcome.of(text, source.replace(at, at, text + tail));
    return isTaken(simple) ? outcome : outcome.importing(edit.type());
  }

  /** {@code int a, b;}: what is written before them is said of all. */
  private boolean isOneOfSeveral(Tree tree) {
    return tree instanceof VariableTree
        && source.parent(tree) instanceof ClassTree type
        && type.getMembers().stream()
            .anyMatch(
                m ->
                    m != tree
                        && m instanceof VariableTree
                        && source.start(m) == source.start(tree));
  }

  /** Whether the file has an annotation of this name from elsewhere, which will do. */
  private boolean isTaken(String simple) {
    return source.unit().getImports().stream()
        .anyMatch(i -> i.getQualifiedIdentifier().toString().endsWith("." + simple));
  }

  private static ModifiersTree modifiers(Tree tree) {
    return tree instanceof VariableTree v
        ? v.getModifiers()
        : tree instanceof MethodTree m ? m.getModifiers() : ((ClassTree) tree).getModifiers();
  }

  /** The innermost declaration that a place lies in the head of. */
  private Optional<Tree> declaration(Site site) {
    Tree found = null;
    for (Tree each : source.trees()) {
      boolean declares =
          each instanceof VariableTree || each instanceof MethodTree || each instanceof ClassTree;
      if (declares && source.start(each) <= site.offset() && site.offset() < source.end(each)) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }
}
