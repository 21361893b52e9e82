namespace NetGen;

/// <summary>What <see cref="PlateauState"/> remembers.</summary>
/// <param name="Best">The best value so far.</param>
/// <param name="BadEpochs">The epochs since the best value.</param>
/// <param name="CooldownLeft">The epochs that are not counted yet.</param>
internal sealed record PlateauNumbers(double Best, int BadEpochs, int CooldownLeft)
{
    public static PlateauNumbers? Of(PlateauState? plateau) =>
        plateau is null ? null : new PlateauNumbers(plateau.Best, plateau.BadEpochs, plateau.CooldownLeft);

    public void GiveTo(PlateauState? plateau)
    {
        if (plateau is not null)
            (plateau.Best, plateau.BadEpochs, plateau.CooldownLeft) = (Best, BadEpochs, CooldownLeft);
    }
}
