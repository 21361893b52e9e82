using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Verify;

/// <summary>
/// The two lifetimes in the body of a scan. A value that is read after the scan has one offset per step, in a sequence of the program
/// around the body. Everything else that a step stores, states included, has one offset that all steps reuse.
/// </summary>
internal static class StepVerifier
{
    public static IEnumerable<string> Faults(Scan scan, MemoryPlan plan)
    {
        foreach (Input input in scan.Body.Nodes.OfType<Input>())
        {
            StorageKind kind = input.Role switch
            {
                InputRole.Step => StorageKind.Sequence,
                InputRole.Invariant => StorageKind.Invariant,
                _ => Within(input),
            };
            if (!plan.Has(input) || plan[input].Kind != kind)
                yield return $"{input} does not lie where {kind} is";
            else if (kind is StorageKind.Sequence or StorageKind.Invariant && !Lies(input, scan.Operands[scan.OperandOf(input)]))
                yield return $"{input} does not lie in what it stands for";
        }

        ILookup<Tensor, ScanResult> across = scan.Program.UsersOf(scan).OfType<ScanResult>().Where(result => result.Role == ResultRole.Step)
            .ToLookup(stacked => scan.Body.Find(ResultRole.Step, stacked.Index)!.Value);
        foreach (IGrouping<Tensor, ScanResult> stacked in across)
            if (stacked.Key is not Input && !stacked.Any(result => Lies(stacked.Key, result)))
                yield return $"%{stacked.Key.Id} has no place for each step in %{stacked.First().Id}, where it is read";
        foreach (Tensor stored in plan.Groups.SelectMany(group => group.Stored))
            if (!across.Contains(stored) && plan[stored].Kind != Within(stored))
                yield return $"%{stored.Id} has another place than one for all steps";

        bool Lies(Tensor inside, Tensor around) =>
            plan.Has(inside) && plan[inside].Kind is StorageKind.Sequence or StorageKind.Invariant
            && plan.Outside.TryGetValue(inside, out Tensor? found) && found == around;
    }

    private static StorageKind Within(Tensor tensor) => tensor.Shape.IsBatched ? StorageKind.Activation : StorageKind.Scratch;
}
