namespace Apm;

/// <summary>A payment whose method offers refunds of the whole amount.</summary>
public interface IRefundable;

/// <summary>A payment whose method offers refunds of a part of the amount.</summary>
public interface IPartiallyRefundable;

/// <summary>A payment whose method offers to cancel an authorized payment.</summary>
public interface ICancellable;

/// <summary>A payment whose method offers to settle the whole authorized amount.</summary>
public interface ISettleable;

/// <summary>A payment whose method offers to settle a part of the authorized amount.</summary>
public interface IPartiallySettleable;

/// <summary>A payment whose method lets the shop confirm it.</summary>
public interface IConfirmable;
