package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureVisitor;

/** Notes which parameters of a generic signature (JVMS 4.7.9.1) have a type variable as type. */
final class GenericParameters extends SignatureVisitor {
  private static final SignatureVisitor NOTHING = new SignatureVisitor(Opcodes.ASM9) {};

  private final List<Boolean> variables = new ArrayList<>();

  GenericParameters() {
    super(Opcodes.ASM9);
  }

  /** By parameter. */
  List<Boolean> variables() {
    return variables;
  }

  @Override
  public SignatureVisitor visitParameterType() {
    variables.add(false);
    return new SignatureVisitor(Opcodes.ASM9) {
      @Override
      public void visitTypeVariable(String name) {
        variables.set(variables.size() - 1, true);
      }

      @Override
      public SignatureVisitor visitTypeArgument(char wildcard) {
        return NOTHING;
      }
    };
  }

  @Override
  public SignatureVisitor visitReturnType() {
    return NOTHING;
  }

  @Override
  public SignatureVisitor visitExceptionType() {
    return NOTHING;
  }

  @Override
  public SignatureVisitor visitClassBound() {
    return NOTHING;
  }

  @Override
  public SignatureVisitor visitInterfaceBound() {
    return NOTHING;
  }
}
