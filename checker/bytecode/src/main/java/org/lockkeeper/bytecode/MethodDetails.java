package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.MethodInfo.Param;
import org.lockkeeper.ir.MethodRef;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Annotations and parameters of one method. */
final class MethodDetails {
  /** Marks Kotlin's suspend functions, which run on coroutines. */
  static final String SUSPEND = "kotlin.coroutines.suspend";

  private static final String CONTINUATION = "Lkotlin/coroutines/Continuation;";

  private final ClassNode owner;
  private final MethodNode method;
  private final AnnotationReader reader;

  MethodDetails(ClassNode owner, MethodNode method, AnnotationReader reader) {
    this.owner = owner;
    this.method = method;
    this.reader = reader;
  }

  List<Annotation> annotations() {
    List<Annotation> all = reader.all(method.visibleAnnotations, method.invisibleAnnotations);
    int returned = TypeReference.METHOD_RETURN;
    reader.addTypeUses(method.visibleTypeAnnotations, returned, all);
    reader.addTypeUses(method.invisibleTypeAnnotations, returned, all);
    if (suspends()) {
      all.add(new Annotation(SUSPEND, Map.of()));
    }
    return List.copyOf(all);
  }

  /** A suspend function takes a continuation; a suspending lambda is a class with one method. */
  private boolean suspends() {
    return method.desc.contains(CONTINUATION + ")") && !method.name.equals("<init>")
        || method.name.equals("invokeSuspend")
            && owner.superName != null
            && owner.superName.startsWith("kotlin/coroutines/jvm/internal/");
  }

  List<Param> params(MethodRef ref, Optional<ConstructorShape> shape) {
    List<String> names = ParameterNames.of(method, shape);
    List<Boolean> generic = generic();
    List<Param> params = new ArrayList<>();
    int all = Type.getArgumentTypes(method.desc).length;
    for (int i = 0, raw = 0; raw < all; raw++) {
      if (shape.isPresent() && !shape.get().fields().get(raw).equals(ConstructorShape.SOURCE)) {
        continue;
      }
      int inSignature = generic.size() == all ? raw : i;
      boolean variable = inSignature < generic.size() && generic.get(inSignature);
      List<Annotation> own = parameterAnnotations(i, raw, ref.params().size());
      params.add(new Param(names.get(i), ref.params().get(i), variable, own));
      i++;
    }
    return List.copyOf(params);
  }

  private List<Annotation> parameterAnnotations(int source, int raw, int count) {
    List<AnnotationNode> visible = at(method.visibleParameterAnnotations, source, raw, count);
    List<AnnotationNode> invisible = at(method.invisibleParameterAnnotations, source, raw, count);
    return visible == null && invisible == null ? List.of() : reader.all(visible, invisible);
  }

  /** Compilers differ in whether added parameters are counted (JVMS 4.7.18). */
  private static List<AnnotationNode> at(
      List<AnnotationNode>[] all, int source, int raw, int count) {
    if (all == null) {
      return null;
    }
    int index = all.length == count ? source : raw;
    return index < all.length ? all[index] : null;
  }

  /** By parameter of the generic signature: whether its type is a type variable. */
  private List<Boolean> generic() {
    GenericParameters found = new GenericParameters();
    if (method.signature != null) {
      new SignatureReader(method.signature).accept(found);
    }
    return found.variables();
  }
}
