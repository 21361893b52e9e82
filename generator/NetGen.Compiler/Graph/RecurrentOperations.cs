namespace NetGen.Compiler.Graph;

/// <summary>How weights of recurrent layers lie for their loops.</summary>
internal static class RecurrentOperations
{
    /// <summary>The last axis, [gates · hidden], with zeros behind each gate, so that each begins at a vector: [gates · units].</summary>
    public static Expr WithGatesPadded(this Expr x, RecurrenceGeometry geometry)
    {
        if (geometry.Units == geometry.Hidden)
            return x;
        int last = x.Shape.Rank - 1;
        int[] sizes = [.. x.Shape.Sizes];
        sizes[last] = geometry.Columns;
        return x.Permuted(
            x.Shape.With(sizes),
            [
                .. x.Shape.Sizes.Take(last).Select((size, axis) => new MoveLoop(size, axis, 1, axis, 1)),
                new MoveLoop(geometry.Cell.Gates, last, geometry.Hidden, last, geometry.Units),
                new MoveLoop(geometry.Hidden, last, 1, last, 1),
            ]);
    }

    /// <summary>A weight [hidden, gates · units], whose gates are padded, as <see cref="RecurrenceGeometry.Panels"/>.</summary>
    public static Expr InPanels(this Expr weight, RecurrenceGeometry geometry) => weight.Permuted(
        geometry.Panels,
        new MoveLoop(geometry.Units / geometry.PanelUnits, 1, geometry.PanelUnits, 0, geometry.PanelsOfUnits),
        new MoveLoop(geometry.PanelsOfUnits, 1, geometry.Units, 0, 1),
        new MoveLoop(geometry.Hidden, 0, 1, 1, 1),
        new MoveLoop(geometry.GatesOfPanel, 1, geometry.Units, 2, geometry.PanelUnits),
        new MoveLoop(geometry.PanelUnits, 1, 1, 2, 1));

    /// <summary>Panels transposed: [gates · units, units], with zeros behind the hidden columns.</summary>
    public static Expr PanelsTransposed(this Expr panels, RecurrenceGeometry geometry) => panels.Permuted(
        TensorShape.Unbatched(geometry.Columns, geometry.Units),
        new MoveLoop(geometry.PanelsOfUnits, 0, 1, 0, geometry.Units),
        new MoveLoop(geometry.GatesOfPanel, 2, geometry.PanelUnits, 0, geometry.Units),
        new MoveLoop(geometry.Units / geometry.PanelUnits, 0, geometry.PanelsOfUnits, 0, geometry.PanelUnits),
        new MoveLoop(geometry.PanelUnits, 2, 1, 0, 1),
        new MoveLoop(geometry.Hidden, 1, 1, 1, 1));
}
