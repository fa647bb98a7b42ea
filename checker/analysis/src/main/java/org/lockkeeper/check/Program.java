package org.lockkeeper.check;

import java.util.List;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.World;

/** What a door hands to the analysis: the classes to judge, and a way to find all others. */
public interface Program extends World {

  /** The classes to analyse and report on, in the order of the input. */
  List<ClassInfo> classes();
}
