namespace NetGen.Compiler.Graph;

/// <summary>The loop of a recurrent layer in one direction.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Hidden">Units of the state.</param>
/// <param name="IsReversed">Whether the last step comes first.</param>
internal sealed record RecurrenceGeometry(RecurrentCell Cell, int Hidden, bool IsReversed)
{
    /// <summary>A panel has about so many columns, as many as a panel of a product.</summary>
    private const int PanelColumns = 64;

    /// <summary>The units with padding, so that each gate of a row begins at a vector.</summary>
    public int Units => TensorShape.RoundUp(Hidden);

    /// <summary>Columns of all gates.</summary>
    public int Columns => Cell.Gates * Units;

    /// <summary>
    /// Units whose gates lie together in a panel of the weight: as many as fill one, or, where gates do not divide it, several.
    /// </summary>
    public int PanelUnits
    {
        get
        {
            int units = PanelColumns % Cell.Gates == 0 ? PanelColumns / Cell.Gates : PanelColumns;
            while (Units % units != 0)
                units -= TensorShape.Alignment;
            return units;
        }
    }

    /// <summary>The weight as the loop reads it: [panels, hidden, gates · units of a panel].</summary>
    public TensorShape Panels => TensorShape.Unbatched(Units / PanelUnits, Hidden, Cell.Gates * PanelUnits);

    public override string ToString() => $"{Cell} of {Hidden}{(IsReversed ? ", last step first" : "")}";
}
