package org.lockkeeper.javac;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.TypeVisitor;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;

/**
 * Names types, methods and fields the way class files do (JLS 13.1); each name is made once per
 * compilation.
 */
final class Names {
  static final String OBJECT = "java.lang.Object";
  static final String STRING = "java.lang.String";
  static final String THROWABLE = "java.lang.Throwable";

  /** The type of what javac could not resolve. */
  static final String UNKNOWN = "?";

  private static final TypeVisitor<Boolean, Void> PLAIN =
      new SimpleTypeVisitor14<>(false) {
        @Override
        public Boolean visitDeclared(DeclaredType type, Void none) {
          return true;
        }
      };

  private final Name self;
  private final Name superclass;
  private final Elements elements;
  private final Types types;
  private final Map<Element, String> classes = new HashMap<>();
  private final Map<String, TypeElement> byName = new HashMap<>();
  private final Map<String, String> arrays = new HashMap<>();
  private final Map<Element, MethodRef> methods = new HashMap<>();
  private final Map<MethodRef, MethodRef> inherited = new HashMap<>();
  private final Map<Element, FieldRef> fields = new HashMap<>();
  private final Map<Name, String> texts = new HashMap<>();
  private final SortedSet<String> unresolved = new TreeSet<>();
  private Imports imports = Imports.NONE;

  Names(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.self = elements.getName("this");
    this.superclass = elements.getName("super");
  }

  /** What was remembered for speed while sources were lowered; it comes back where it is needed. */
  void forget() {
    methods.clear();
    inherited.clear();
    fields.clear();
    texts.clear();
  }

  /** A name's text, the same object each time. */
  String text(Name name) {
    return texts.computeIfAbsent(name, Name::toString);
  }

  /** Whether this is {@code this} or {@code super}; compares names as javac does, by identity. */
  boolean isSelf(ExpressionTree tree) {
    return tree instanceof IdentifierTree id && isSelf(id.getName());
  }

  private boolean isSelf(Name name) {
    return name == self || name == superclass;
  }

  /** Whether this is {@code Type.this} or {@code Type.super}. */
  boolean isQualifiedSelf(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select && isSelf(select.getIdentifier());
  }

  /** Whether this is {@code super} or {@code Type.super}. */
  boolean isSuper(ExpressionTree tree) {
    return tree instanceof IdentifierTree id && id.getName() == superclass
        || tree instanceof MemberSelectTree select && select.getIdentifier() == superclass;
  }

  /** Names of types that were used but not found. */
  SortedSet<String> unresolved() {
    return unresolved;
  }

  /** The erased type's binary name; {@code void} and {@code null} for those. */
  String type(TypeMirror type) {
    if (type == null) {
      return UNKNOWN;
    }
    if (isPlain(type)) {
      return type((TypeElement) ((DeclaredType) type).asElement());
    }
    switch (type.getKind()) {
      case ARRAY:
        return array(type(((ArrayType) type).getComponentType()));
      case TYPEVAR:
        return type(((TypeVariable) type).getUpperBound());
      case INTERSECTION:
        return type(((IntersectionType) type).getBounds().get(0));
      case WILDCARD:
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        return bound == null ? OBJECT : type(bound);
      case UNION:
        TypeMirror erased = types.erasure(type);
        return erased instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED
            ? type(declared)
            : THROWABLE;
      case ERROR:
        return missing((DeclaredType) type);
      default:
        return keyword(type.getKind());
    }
  }

  /**
   * Whether it is of one class. To be asked for its kind, a type has its class file read, and most
   * classes that a library's signatures name are never needed.
   */
  private static boolean isPlain(TypeMirror type) {
    return type instanceof DeclaredType && type.accept(PLAIN, null);
  }

  private static String keyword(TypeKind kind) {
    switch (kind) {
      case BOOLEAN:
        return "boolean";
      case INT:
        return "int";
      case LONG:
        return "long";
      case VOID:
        return "void";
      case NULL:
        return "null";
      case BYTE:
        return "byte";
      case SHORT:
        return "short";
      case CHAR:
        return "char";
      case FLOAT:
        return "float";
      case DOUBLE:
        return "double";
      default:
        return UNKNOWN;
    }
  }

  private String missing(DeclaredType type) {
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    if (name.isEmpty() || name.startsWith("<")) {
      return UNKNOWN;
    }
    return missing(name);
  }

  /** What a type that is not on the class path is called, when the source calls it so. */
  String missing(String name) {
    String full = imports.resolve(name);
    if (Character.isUpperCase(
        full.charAt(Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')) + 1))) {
      unresolved.add(full.replace('$', '.'));
    }
    return full;
  }

  /** From here on, names that javac cannot find mean what these imports say. */
  void importing(Imports names) {
    imports = names;
  }

  /** The binary name. */
  String type(TypeElement type) {
    String name = classes.get(type);
    if (name == null) {
      name = elements.getBinaryName(type).toString();
      classes.put(type, name);
      byName.putIfAbsent(name, type);
    }
    return name;
  }

  /** The array of an element type. */
  String array(String element) {
    return arrays.computeIfAbsent(element, e -> e + "[]");
  }

  /** Binary names of the types asked about so far, but not those of packages under {@code java}. */
  List<String> named() {
    return byName.keySet().stream().filter(name -> !name.startsWith("java.")).toList();
  }

  /** The declared type with this binary name, or null. */
  TypeElement find(String binaryName) {
    TypeElement known = byName.get(binaryName);
    if (known == null && !binaryName.endsWith("]") && !binaryName.equals(UNKNOWN)) {
      known = search(binaryName);
      byName.put(binaryName, known);
    }
    return known;
  }

  private TypeElement search(String binaryName) {
    TypeElement direct = elements.getTypeElement(binaryName);
    if (direct != null) {
      return direct;
    }
    int cut = binaryName.lastIndexOf('$');
    TypeElement outer = cut <= 0 ? null : find(binaryName.substring(0, cut));
    if (outer != null) {
      for (Element member : outer.getEnclosedElements()) {
        if (member instanceof TypeElement nested && type(nested).equals(binaryName)) {
          return nested;
        }
      }
    }
    return null;
  }

  /** A method as its declaring class knows it, with the parameters of the source. */
  MethodRef method(ExecutableElement method) {
    MethodRef ref = methods.get(method);
    if (ref == null) {
      ExecutableType type = (ExecutableType) method.asType();
      List<String> params = new ArrayList<>(type.getParameterTypes().size());
      for (TypeMirror param : type.getParameterTypes()) {
        params.add(type(param));
      }
      ref =
          new MethodRef(
              owner(method), text(method.getSimpleName()), params, type(type.getReturnType()));
      methods.put(method, ref);
    }
    return ref;
  }

  private String owner(Element member) {
    return member.getEnclosingElement() instanceof TypeElement type ? type(type) : UNKNOWN;
  }

  /** The method as a member of {@code owner}; those of Object stay Object's. */
  MethodRef method(ExecutableElement method, String owner) {
    MethodRef ref = method(method);
    if (ref.owner().equals(owner) || ref.owner().equals(OBJECT)) {
      return ref;
    }
    if (owner.endsWith("]") || ref.owner().equals("Array")) {
      return intern(ref.in(OBJECT));
    }
    return owner.equals(UNKNOWN) ? ref : intern(ref.in(owner));
  }

  /** One object for equal references. */
  MethodRef intern(MethodRef ref) {
    MethodRef known = inherited.putIfAbsent(ref, ref);
    return known == null ? ref : known;
  }

  /** A field by its declaring class. */
  FieldRef field(VariableElement field) {
    FieldRef ref = fields.get(field);
    if (ref == null) {
      ref = new FieldRef(owner(field), text(field.getSimpleName()), type(field.asType()));
      fields.put(field, ref);
    }
    return ref;
  }

  /**
   * The receiver's type at a call: of an intersection the bound that has the method, else the
   * erased type.
   */
  String receiver(TypeMirror type, ExecutableElement method) {
    TypeMirror bound = type;
    while (bound instanceof TypeVariable variable) {
      bound = variable.getUpperBound();
    }
    if (bound instanceof IntersectionType intersection
        && method.getEnclosingElement() instanceof TypeElement owner) {
      TypeMirror wanted = types.erasure(owner.asType());
      for (TypeMirror each : intersection.getBounds()) {
        if (types.isSubtype(types.erasure(each), wanted)) {
          return type(each);
        }
      }
    }
    return type(type);
  }

  /** Whether the language demands the member and nobody wrote it. */
  boolean isMandated(Element element) {
    return elements.getOrigin(element) == Elements.Origin.MANDATED;
  }

  /** Whether instances carry a reference to an instance of the class around. */
  static boolean isInnerMember(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && type.getKind().isClass()
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  /** Whether a value of type {@code from} is one of array type {@code to} without a conversion. */
  boolean isArrayOf(TypeMirror from, TypeMirror to) {
    return from.getKind() == TypeKind.NULL
        || types.isSubtype(types.erasure(from), types.erasure(to));
  }

  /** What the one abstract method of a functional interface returns under the type's arguments. */
  TypeMirror returned(DeclaredType functional, ExecutableElement method) {
    ExecutableType seen = (ExecutableType) types.asMemberOf(functional, method);
    return seen.getReturnType();
  }
}
