namespace NetGen.Compiler.Graph;

/// <summary>A further result of a <see cref="Recurrence"/> or of its gradient.</summary>
internal sealed class RecurrenceResult : Tensor
{
    private RecurrenceResult(Origin origin, Tensor loop, RecurrenceResultKind kind, TensorShape shape)
        : base(loop.Program, origin, shape, [loop]) => Kind = kind;

    public RecurrenceResultKind Kind { get; }

    public override string Operation => $"RecurrenceResult.{Kind}";

    /// <summary>The node of a result: the same one each time.</summary>
    public static RecurrenceResult Of(Recurrence loop, RecurrenceResultKind kind) => Of(loop, loop.Geometry, kind);

    /// <summary>The node of a result of the gradient: the same one each time.</summary>
    public static RecurrenceResult Of(RecurrenceGradient loop, RecurrenceResultKind kind) => Of(loop, loop.Geometry, kind);

    private static RecurrenceResult Of(Tensor loop, RecurrenceGeometry geometry, RecurrenceResultKind kind)
    {
        if (loop.Program.UsersOf(loop).OfType<RecurrenceResult>().FirstOrDefault(result => result.Kind == kind) is { } known)
            return known;
        int steps = loop.Shape[0];
        var result = new RecurrenceResult(loop.Origin, loop, kind, kind switch
        {
            RecurrenceResultKind.Before => TensorShape.Batched(steps, geometry.Hidden),
            RecurrenceResultKind.Saved => TensorShape.Batched(steps, geometry.Cell.Saved * geometry.Units),
            RecurrenceResultKind.HiddenGradient => TensorShape.Batched(steps, geometry.Columns),
            _ => TensorShape.Batched(geometry.Hidden),
        });
        loop.Program.Add(result);
        return result;
    }
}
