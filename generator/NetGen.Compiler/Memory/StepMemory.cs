namespace NetGen.Compiler.Memory;

/// <summary>The memory of a scan's body. What lives within a step has one place for all steps, in a part of the arena that the scan alone has while it runs.</summary>
/// <param name="Plan">Where each tensor of the body lies, counted from where that part begins.</param>
/// <param name="ActivationOffset">Where it begins among the activations of the program around the body.</param>
/// <param name="ScratchOffset">Where it begins among what the batch has once.</param>
internal sealed record StepMemory(MemoryPlan Plan, long ActivationOffset, long ScratchOffset);
