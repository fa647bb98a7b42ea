package org.lockkeeper.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What a lambda or class uses of the methods around it, in the order of first use. */
final class Captures extends TreeScanner<Void, Void> {
  private final SourceClasses classes;
  private final Set<Element> declared = new HashSet<>();
  private final Set<VariableElement> used = new LinkedHashSet<>();
  private boolean self;

  private Captures(SourceClasses classes) {
    this.classes = classes;
  }

  static Captures of(Tree tree, SourceClasses classes) {
    Captures captures = new Captures(classes);
    captures.scan(tree, null);
    captures.used.removeAll(captures.declared);
    return captures;
  }

  /** Locals declared outside. */
  Set<VariableElement> locals() {
    return used;
  }

  /** Whether a lambda needs {@code this}. */
  boolean usesSelf() {
    return self;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void none) {
    Element element = classes.unit().element(tree);
    if (element != null) {
      declared.add(element);
    }
    return super.visitVariable(tree, none);
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    self = true;
    if (tree.getExtendsClause() != null
        && classes.unit().element(tree.getExtendsClause()) instanceof TypeElement type) {
      created(type);
    }
    return super.visitClass(tree, none);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void none) {
    if (classes.names().isSelf(tree)) {
      self = true;
      return null;
    }
    Element element = classes.unit().element(tree);
    if (element instanceof VariableElement variable && !variable.getKind().isField()) {
      if (variable.getConstantValue() == null) {
        used.add(variable);
      }
    } else if (isInstanceMember(element)) {
      self = true;
    }
    return null;
  }

  /** {@code Outer.this}, also on the way to a member: {@code Outer.this.count}. */
  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void none) {
    self |= classes.names().isQualifiedSelf(tree);
    return super.visitMemberSelect(tree, none);
  }

  private static boolean isInstanceMember(Element element) {
    return element != null
        && (element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.METHOD)
        && !element.getModifiers().contains(Modifier.STATIC);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void none) {
    if (classes.unit().element(tree) instanceof ExecutableElement constructor
        && constructor.getEnclosingElement() instanceof TypeElement type) {
      created(type);
    }
    return super.visitNewClass(tree, none);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void none) {
    if (classes.unit().element(tree) instanceof ExecutableElement method
        && method.getKind() == ElementKind.CONSTRUCTOR
        && method.getEnclosingElement() instanceof TypeElement type) {
      created(type);
    }
    return super.visitMemberReference(tree, none);
  }

  private void created(TypeElement type) {
    ClassScope scope = classes.scope(type);
    if (scope != null) {
      used.addAll(scope.captured().keySet());
      self |= scope.outerField != null;
    }
    self |= Names.isInnerMember(type);
  }
}
