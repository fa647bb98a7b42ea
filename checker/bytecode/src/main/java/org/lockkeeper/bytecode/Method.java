package org.lockkeeper.bytecode;

import java.util.Set;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Site;

/**
 * The method being lowered.
 *
 * @param ref as the source declares it
 * @param internalOwner the class in the class file's form
 * @param superName of that class, in the class file's form; {@code null} for Object
 * @param version of the class file format
 * @param fed synthetic fields that whoever creates an instance fills
 */
record Method(
    MethodRef ref,
    String internalOwner,
    String superName,
    boolean ofEnum,
    int version,
    String file,
    Set<String> fed,
    Resolver resolver) {

  Site site(int line) {
    return new Site(ref, file, line, 0, -1);
  }

  boolean isFedByCreator(FieldRef field) {
    return field.owner().equals(ref.owner()) && fed.contains(field.name());
  }
}
