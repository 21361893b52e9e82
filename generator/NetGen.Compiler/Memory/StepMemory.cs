namespace NetGen.Compiler.Memory;

/// <summary>
/// The memory of a scan's body. Values that live within a step, and the states, have one offset that all steps reuse, in a part of the
/// arena reserved while the scan runs. After each step all next states are copied to the states, as if simultaneously.
/// </summary>
/// <param name="Plan">Where each tensor of the body lies, relative to that part.</param>
/// <param name="ActivationOffset">Where the part begins among the activations of the program around the body.</param>
/// <param name="ScratchOffset">Where it begins in that program's scratch memory.</param>
internal sealed record StepMemory(MemoryPlan Plan, long ActivationOffset, long ScratchOffset);
